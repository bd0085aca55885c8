// A module of a page about sewing: the quiz is its data.
const DRAWN_THROUGH = "Thread";

module.exports = [
  {
    question: "Which part of a sewing machine moves the cloth forward?",
    answers: [
      { text: "Bobbin case", correct: false },
      { text: "Feed dogs", correct: true },
      { text: "Hand wheel", correct: false },
    ],
  },
  {
    question: "What is drawn through the eye of a needle?",
    options: ["Chalk", "Ribbon", "Thread"],
    answer: DRAWN_THROUGH,
  },
  {
    question: "Which stitch keeps the cut edge of woven cloth " + "from fraying?",
    options: ["Basting stitch", "Running stitch", "Zigzag stitch"],
    answer: "Zigzag stitch",
  },
];
