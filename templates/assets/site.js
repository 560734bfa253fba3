// What every page can do beyond reading: "/" goes to the search box, Print prints, a citation gets the page's address
// and can be copied, a report of an error takes the marked words along, and a quote that a link leads to is lit in all
// its pieces. Pages are whole without it: the style sheet lights the first piece.
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

  function light() {
    var at = location.hash.slice(1);
    document.querySelectorAll("mark[data-at]").forEach(function (mark) {
      mark.classList.toggle("lit", mark.dataset.at.split(" ").includes(at));
    });
  }

  window.addEventListener("hashchange", light);
  light();

  var address = location.href.split("#")[0];

  document.querySelectorAll("[data-address]").forEach(function (place) {
    place.textContent = place.dataset.address.replace("{address}", address);
  });

  document.querySelectorAll("[data-copy]").forEach(function (button) {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      var text = button.closest("div").querySelector("pre").textContent;
      navigator.clipboard.writeText(text).then(function () {
        button.textContent = "Copied";
      });
    });
  });

  document.querySelectorAll("[data-report]").forEach(function (link) {
    link.addEventListener("click", function () {
      var to = new URL(link.href);
      to.searchParams.set("page", address);
      to.searchParams.set("quote", String(window.getSelection()).slice(0, 500));
      link.href = to.href;
    });
  });

  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      window.print();
    });
  });
})();
