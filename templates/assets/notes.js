// Notes beside the report. Where there is a margin each stands at the height of the words it is on, or right below the
// note before it; the style sheet alone has to guess heights and may leave gaps. On a narrow screen a letter opens and
// closes its note below the paragraph; without this script it leads there.
(function () {
  "use strict";

  var report = document.querySelector(".prose.report");
  if (!report || !report.querySelector(".margin")) return;
  var wide = window.matchMedia("(min-width: 62em)");
  var GAP = 12;

  function wordsOf(note) {
    var words = document.getElementById(note.id.replace("note-on-", "q-"));
    if (!words || words === note) words = document.getElementById(note.id.replace("note-", "ref-"));
    return words || note.parentNode.previousElementSibling;
  }

  function arrange() {
    report.classList.toggle("arranged", wide.matches);
    report.style.minHeight = "";
    if (!wide.matches) return;
    var top = report.getBoundingClientRect().top;
    var free = 0;
    report.querySelectorAll(".note").forEach(function (note) {
      free = Math.max(free, wordsOf(note).getBoundingClientRect().top - top);
      note.style.top = free + "px";
      free += note.offsetHeight + GAP;
    });
    report.style.minHeight = free + "px";
  }

  report.addEventListener("click", function (event) {
    var letter = event.target.closest(".note-ref a");
    if (!letter || wide.matches) return;
    event.preventDefault();
    var note = document.getElementById(letter.hash.slice(1));
    letter.setAttribute("aria-expanded", String(note.classList.toggle("open")));
  });

  arrange();
  window.addEventListener("resize", arrange);
  window.addEventListener("load", arrange);
})();
