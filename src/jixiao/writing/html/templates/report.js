/* What a report does beside being read: light or dark, a search, severities shown or hidden, what is
   folded opens when a link leads into it or the page is printed. Nothing is fetched or kept; without
   this script the whole report can still be read. */
(function () {
  "use strict";
  var root = document.documentElement;
  var all = function (selector, from) { return Array.from((from || document).querySelectorAll(selector)); };

  all(".needs-script").forEach(function (one) { one.hidden = false; });

  var theme = document.querySelector(".theme");
  if (theme) theme.addEventListener("click", function () {
    var dark = root.dataset.theme ? root.dataset.theme === "dark"
      : window.matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });

  var contents = document.querySelector(".toc details");
  if (contents && window.matchMedia("(max-width: 60rem)").matches) contents.open = false;

  /* a link into something folded unfolds it */
  function reveal() {
    var target = location.hash && document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.hidden) show_everything();
    if (target.closest("section.table[hidden]")) { pick.value = ""; choose(); }
    for (var one = target; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
    target.scrollIntoView({ block: "start" });
  }
  window.addEventListener("hashchange", reveal);

  /* a mark at a row says the finding when the pointer rests on it */
  document.addEventListener("pointerover", function (event) {
    var mark = event.target.closest && event.target.closest("a.mark");
    if (!mark || mark.title) return;
    var said = document.querySelector(mark.getAttribute("href") + " .said");
    if (said) mark.title = said.textContent;
  });

  /* on paper everything is unfolded; afterwards as it was */
  var folded = [];
  window.addEventListener("beforeprint", function () {
    folded = all("details:not([open])");
    folded.forEach(function (one) { one.open = true; });
  });
  window.addEventListener("afterprint", function () {
    folded.forEach(function (one) { one.open = false; });
    folded = [];
  });

  all(".unfold").forEach(function (button) {
    var other = button.dataset.other;
    button.addEventListener("click", function () {
      var open = button.getAttribute("aria-pressed") !== "true";
      all(".s details").forEach(function (one) { one.open = open; });
      button.setAttribute("aria-pressed", String(open));
      var said = button.textContent;
      button.textContent = other;
      other = said;
    });
  });

  /* search and severities */
  var find = document.getElementById("find");
  var shown = document.getElementById("shown");
  var findings = all("li.finding");
  var choices = all(".tools input[type=checkbox]");

  function filter() {
    var words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    var severities = choices.filter(function (one) { return one.checked; }).map(function (one) { return one.value; });
    var count = 0;
    findings.forEach(function (one) {
      var text = one.textContent.toLowerCase();
      var fits = severities.indexOf(one.dataset.severity) >= 0
        && words.every(function (word) { return text.indexOf(word) >= 0; });
      one.hidden = !fits;
      if (fits) count += 1;
    });
    all("section.heading").forEach(function (one) {
      one.hidden = !one.querySelector("li.finding:not([hidden])");
    });
    shown.textContent = shown.dataset.said.replace("{shown}", count).replace("{total}", findings.length);
  }
  function show_everything() {
    if (!find) return;
    find.value = "";
    choices.forEach(function (one) { one.checked = true; });
    filter();
  }
  if (find && shown) {
    var waiting = 0;
    find.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
    choices.forEach(function (one) { one.addEventListener("change", filter); });
    filter();
  }

  /* tables by name: the others leave the contents, the index, the strip and the page */
  var pick = document.getElementById("pick");
  var tables = all("section.table");
  function choose() {
    var words = pick.value.toLowerCase().split(/\s+/).filter(Boolean);
    var out = {};
    tables.forEach(function (one) {
      var name = one.querySelector("h3").textContent.toLowerCase();
      one.hidden = !words.every(function (word) { return name.indexOf(word) >= 0; });
      out["#" + one.id] = one.hidden;
    });
    all(".toc ol ol a, .index a, .strip a").forEach(function (link) {
      var href = link.getAttribute("href");
      if (href in out) link.closest("li, tr").hidden = out[href];
    });
  }
  if (pick && tables.length > 5) {
    var soon = 0;
    pick.addEventListener("input", function () { clearTimeout(soon); soon = setTimeout(choose, 120); });
  } else if (pick) {
    pick.parentElement.hidden = true;
  }
  reveal();
})();
