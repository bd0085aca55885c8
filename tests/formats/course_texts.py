"""Quizzes of course tools in forms that stand beside the plainest ones."""

PRETEXT = """\
<section xml:id="knots"><title>Knots &amp; loops</title>
<!-- quizlint: ignore[KEY001] (of old) -->
<exercise label="fixed">
  <statement><p>Which of <c>a</c> and <m>b &lt; c</m> is a <term>loop</term>?</p></statement>
  <choices randomize="yes">
    <choice><statement><p>reef knot</p></statement><feedback><p>It joins.</p></feedback></choice>
    <choice correct="yes"><statement><p>bowline</p></statement></choice>
    <choice><statement><p><image source="bend.png"/></p></statement></choice>
  </choices>
  <solution><p>It does not slip.</p></solution>
</exercise>
<exercise xml:id="joins">
  <introduction><p>Of ropes.</p></introduction>
  <task label="which"><statement>Which knots join?</statement><choices>
    <choice correct="yes">reef knot</choice><choice>bowline</choice>
    <choice correct="yes">sheet bend<feedback>Of two sizes.</feedback></choice>
  </choices></task>
  <task label="swims"><statement correct="no"><p>Hemp floats for years.</p></statement>
    <feedback><p>It soaks.</p></feedback></task>
</exercise>
<exercise><statement><p>A fathom has <fillin answer="6" mode="number"/> feet.</p></statement>
</exercise>
<exercise><statement><p>The <fillin/> end is <fillin/>.</p></statement><setup>
  <var><condition string="^bitter$"/></var><var><condition string="(un)?used"/></var>
</setup></exercise>
<exercise><statement><p>Order.</p></statement><blocks><block>one</block></blocks></exercise>
<exercise><p>Draw it, as in <xref ref="bowline"/>.</p><hint><p>Slowly.</p></hint></exercise>
<exercise><webwork source="a.pg"/></exercise>
</section>
"""
RUNESTONE = """\
.. Some words
   .. mchoice:: hidden
      :answer_a: never shown

.. code-block:: rst

   .. mchoice:: example
      :answer_a: shown

.. timed:: exam

   .. mchoice:: listed
      :random:

      Which knots join two ropes, of

      - hemp
      - silk?

      - reef knot

        + Of one size.

      - bowline

        - It makes
          a loop.

      - sheet bend

        + Of two sizes.

.. mchoice:: wrapped
   :answer_a: a loop that
     slips
   :answer_b: one that holds
   :correct: b

   What is a bowline?

.. fillintheblank:: ends

   The |blank| end is the |blank| one.

   -  :bitter: Yes.
      :.*: No.
   -  :(un)?used: Yes.

.. fillintheblank:: feet

   How many feet has a fathom?

   - :6 0.5: Right.
     :x: Wrong.

.. fillintheblank:: old

\t.. blank:: one
\t\t:correct: \\\\bbowline\\\\b
\t\t:feedback1: (".*", "No.")

\t\tWhich knot holds?

.. shortanswer:: why

   Why does it hold?
"""
EXAM = r"""
\begin{questions}
\titledquestion{Loops}[2] Which knot holds?
\begin{tasks}
  \choice reef knot & \CorrectChoice bowline \\
  \choice 3 \& 4
\end{tasks}
\question The \fillin[bitter][2cm] end is \fillin[loose].
\question Tie it.
\begin{mcanswerslist}[fixlast]
  \answer reef knot
  \answer[correct] bowline
\end{mcanswerslist}
\begin{mcexplanation} It holds. \end{mcexplanation}
\question Draw it: \fillin
\end{questions}
"""
AMC = r"""
\begin{questionmultx}{feet}\label{q:feet}
  How many feet has a fathom?
  \AMCnumericChoices{6.25}{digits=3, decimals=2, exact=5}
\end{questionmultx}
\begin{question}[old]{why}\scoring{b=1}
  Why does it hold?
  \AMCOpen{lines=2}{\wrongchoice[F]{f}\correctchoice[OK]{ok}}
\end{question}
\begin{question}{drawn}
  \FPeval{\x}{1+random*5} How much?
  \begin{choices}\correctchoice{\FPprint{\x}}\wrongchoice{9}\end{choices}
\end{question}
\begin{question}{told}\QuestionIndicative Words for all.\end{question}
"""
MOODLE = r"""
\begin{multi}[multiple, shuffle=true]{joins}
  Which knots join?
  \item[fraction=50, feedback={Of one [size].}]* reef knot
  \item[fraction=-50, feedback=no] bowline
\end{multi}
\begin{matching}{pairs} Match.
  \item bowline \answer loop \item reef knot \answer join \end{matching}
\begin{cloze}{gaps} The \begin{multi} \item* bitter \item better \end{multi} end is
  \begin{shortanswer} \item loose \end{shortanswer}. \end{cloze}
\begin{numerical}{feet} Feet? \item[tolerance=0.5] 6 \end{numerical}
\begin{essay}{why} Why does it hold? \end{essay}
"""
LEARNR = """\
---
output: learnr::tutorial
---

````markdown
```{r}
question("shown", answer("a", correct = TRUE), answer("b"))
```
````

```{r}
asked <- function(...) { question(..., type = "learnr_radio") }
question_is_correct.mine <- function(question, value) TRUE
quiz(caption = "Part #1",
  quiz(caption = "#2", question("Which holds?", answer("bowline", correct = TRUE), answer("eel"))),
  my_question("Which joins?", answer("eel"), answer("reef knot", correct = TRUE)),
  question("Which end?", answer("bitter", correct = TRUE), answer("b"), type = c("mine", "text")),
  question_numeric("Feet?", answer(6, correct = TRUE), tolerance = 0.5),
  question("Made", answers)
)
```
"""
