// What every page can do beyond reading: "/" goes to the search box, Print prints. Pages are whole without it.
(function () {
  "use strict";

  function isTyping(element) {
    return Boolean(element) && (/^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) || element.isContentEditable);
  }

  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(document.activeElement)) return;
    var box = document.getElementById("search-words") || document.querySelector("[data-search-box]");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && isTyping(document.activeElement)) document.activeElement.blur();
  });

  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      window.print();
    });
  });
})();
