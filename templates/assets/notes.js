// Notes beside the report. In a margin each stands at the height of its words, or right below the note before it.
// On a narrow screen a letter opens and closes its note below the paragraph; without this script it leads there.
(() => {
  const report = document.querySelector(".prose.report");
  if (!report?.querySelector(".margin")) return;
  const wide = matchMedia("(min-width: 62em)");
  const GAP = 12;

  const wordsOf = (note) => {
    let words = document.getElementById(note.id.replace("note-on-", "q-"));
    if (!words || words === note) words = document.getElementById(note.id.replace("note-", "ref-"));
    return words || note.parentNode.previousElementSibling;
  };

  const arrange = () => {
    report.classList.toggle("arranged", wide.matches);
    report.style.minHeight = "";
    if (!wide.matches) return;
    const top = report.getBoundingClientRect().top;
    let free = 0;
    report.querySelectorAll(".note").forEach((note) => {
      free = Math.max(free, wordsOf(note).getBoundingClientRect().top - top);
      note.style.top = free + "px";
      free += note.offsetHeight + GAP;
    });
    report.style.minHeight = free + "px";
  };

  report.addEventListener("click", (event) => {
    const letter = event.target.closest(".note-ref a");
    if (!letter || wide.matches) return;
    event.preventDefault();
    letter.ariaExpanded = document.getElementById(letter.hash.slice(1)).classList.toggle("open");
  });

  arrange();
  addEventListener("resize", arrange);
  addEventListener("load", arrange);
})();
