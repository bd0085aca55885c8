"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const form = $("filter");
  const fields = ["q", "severity", "family", "rule", "document"];
  const findings = [...document.querySelectorAll(".findings > li")].map((node) => ({
    node,
    card: node.closest("article"),
    file: node.closest(".file"),
    rule: node.dataset.rule,
    severity: node.classList[0],
    fix: "fix" in node.dataset,
    text: "",
  }));
  let current = -1;

  function hide(node, hidden) {
    if (node.hidden !== hidden) node.hidden = hidden; // writing costs, even the same
  }

  const text = (finding) =>
    (finding.text ||= (finding.card.textContent + " " + finding.file.ariaLabel).toLowerCase());

  function apply() {
    const wish = Object.fromEntries(fields.map((name) => [name, $(name).value]));
    const words = wish.q.toLowerCase().split(/\s+/).filter(Boolean);
    const cards = new Set();
    const files = new Set();
    let count = 0;
    for (const each of findings) {
      const show =
        (!wish.severity || each.severity === wish.severity) &&
        (!wish.family || each.rule.replace(/\d+$/, "") === wish.family) &&
        (!wish.rule || each.rule === wish.rule) &&
        (!wish.document || each.file.id === wish.document) &&
        (!$("fixable").checked || each.fix) &&
        words.every((word) => text(each).includes(word));
      hide(each.node, !show);
      if (show) {
        count += 1;
        cards.add(each.card);
        files.add(each.file);
      }
    }
    for (const node of document.querySelectorAll("article")) hide(node, !cards.has(node));
    for (const node of document.querySelectorAll(".file")) hide(node, !files.has(node));
    $("shown").textContent = `${count} of ${findings.length} findings`;
    current = -1;
  }

  function remember() {
    const state = new URLSearchParams();
    for (const name of fields) if ($(name).value) state.set(name, $(name).value);
    if ($("fixable").checked) state.set("fixable", "1");
    history.replaceState(null, "", "#" + state);
  }

  function recall() {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes("=")) {
      form.reset();
      apply();
      const target = $(hash);
      if (target) open(target);
      return;
    }
    const state = new URLSearchParams(hash);
    for (const name of fields) $(name).value = state.get(name) || "";
    for (const name of fields.slice(1)) if ($(name).selectedIndex < 0) $(name).value = "";
    $("fixable").checked = state.has("fixable");
    apply();
  }

  function open(target) {
    for (let node = target; node; node = node.parentElement) if (node.matches("details")) node.open = true;
    target.scrollIntoView({ block: "center" });
    if (target.matches("li")) focus(findings.findIndex((each) => each.node === target));
  }

  function focus(index) {
    if (index < 0 || index >= findings.length) return;
    findings[current]?.node.classList.remove("current");
    current = index;
    const { node } = findings[current];
    node.classList.add("current");
    node.tabIndex = -1;
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "center" });
  }

  function step(way) {
    let next = current + way;
    while (next >= 0 && next < findings.length && findings[next].node.hidden) next += way;
    focus(next);
  }

  function explain(link) {
    const rule = $(link.hash.slice(1));
    if (!rule) return;
    $("why-title").textContent = rule.querySelector("b").textContent;
    document.querySelector("#why .page").replaceChildren(
      ...[...rule.querySelector(".page").childNodes].map((node) => node.cloneNode(true)),
    );
    $("why").showModal();
  }

  function sortable(table) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = head.ariaSort === "ascending";
        for (const other of heads) other.ariaSort = "none";
        head.ariaSort = down ? "descending" : "ascending";
        const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent;
        const compare = (a, b) => value(a).localeCompare(value(b), "en", { numeric: true });
        const rows = [...table.tBodies[0].rows].sort((a, b) => (down ? compare(b, a) : compare(a, b)));
        table.tBodies[0].append(...rows);
      });
    });
  }

  function theme(value) {
    document.documentElement.dataset.theme = value;
    try {
      localStorage.setItem("quizlint-theme", value);
    } catch {}
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.target.matches("input, select, textarea")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key === "/") $("q").focus();
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "?") $("keys").showModal();
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.why");
    if (!link) return;
    event.preventDefault();
    explain(link);
  });
  let waiting = 0;
  const changed = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      apply();
      remember();
    }, 60);
  };
  form.addEventListener("input", changed);
  form.addEventListener("reset", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", recall);
  $("theme").addEventListener("click", () => {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const now = document.documentElement.dataset.theme || (dark ? "dark" : "light");
    theme(now === "dark" ? "light" : "dark");
  });
  $("help").addEventListener("click", () => $("keys").showModal());
  try {
    const kept = localStorage.getItem("quizlint-theme");
    if (kept) theme(kept);
  } catch {}
  for (const table of document.querySelectorAll("table")) sortable(table);
  for (const node of [form, $("theme"), $("help")]) node.hidden = false;
  recall();
})();
