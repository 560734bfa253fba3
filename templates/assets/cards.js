// Cards on names in the text: kind, part, other names and counts, taken from the list of those named at the end of the
// page. A mouse opens one by resting on a name, the keyboard by reaching it, a finger by a first tap (a second one goes
// there). Escape closes it. Without this script a name is a link with a title, and the list stands where it is.
(function () {
  "use strict";

  var WAIT = 180; // milliseconds before a resting mouse opens a card, and before one that left closes it
  var entries = {};
  document.querySelectorAll("li[data-card]").forEach(function (entry) {
    var link = entry.querySelector("a");
    if (link) entries[link.href] = entry;
  });

  var card = document.createElement("div");
  card.className = "card";
  card.id = "card";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  document.querySelector(".body").append(card);

  var owner = null;
  var timer = 0;
  var finger = false; // whether the last pointer was one

  function fill(entry) {
    card.replaceChildren.apply(card, entry.cloneNode(true).childNodes);
    var link = card.querySelector("a");
    var name = document.createElement("b");
    name.append.apply(name, link.childNodes);
    link.replaceWith(name);
    card.querySelectorAll("[hidden]").forEach(function (more) {
      more.hidden = false;
    });
  }

  function place(link) {
    var at = link.getClientRects()[0];
    var frame = card.offsetParent.getBoundingClientRect();
    var left = Math.min(at.left, document.documentElement.clientWidth - card.offsetWidth - 8);
    var above = at.bottom + card.offsetHeight + 8 > window.innerHeight && at.top > card.offsetHeight + 70;
    card.style.left = Math.max(left, 8) - frame.left + "px";
    card.style.top = (above ? at.top - card.offsetHeight - 2 : at.bottom + 2) - frame.top + "px";
  }

  function open(link) {
    window.clearTimeout(timer);
    if (owner === link) return;
    close();
    owner = link;
    fill(entries[link.href]);
    card.hidden = false;
    place(link);
    link.setAttribute("aria-describedby", "card");
  }

  function close() {
    window.clearTimeout(timer);
    if (owner) owner.removeAttribute("aria-describedby");
    owner = null;
    card.hidden = true;
  }

  function later(action) {
    window.clearTimeout(timer);
    timer = window.setTimeout(action, WAIT);
  }

  function attach(link) {
    link.removeAttribute("title");
    link.addEventListener("pointerenter", function (event) {
      if (event.pointerType !== "touch") later(open.bind(null, link));
    });
    link.addEventListener("pointerleave", function (event) {
      if (event.pointerType !== "touch") later(close);
    });
    link.addEventListener("focus", function () {
      if (link.matches(":focus-visible")) open(link);
    });
    link.addEventListener("blur", close);
    link.addEventListener("click", function (event) {
      if (!finger || owner === link) return;
      event.preventDefault();
      open(link);
    });
  }

  document.querySelectorAll("a.name").forEach(function (link) {
    if (entries[link.href]) attach(link);
  });
  card.addEventListener("pointerenter", function () {
    window.clearTimeout(timer);
  });
  card.addEventListener("pointerleave", later.bind(null, close));
  document.addEventListener("pointerdown", function (event) {
    finger = event.pointerType === "touch";
    if (!event.target.closest(".card, a.name")) close();
  });
  document.addEventListener("keydown", function (event) {
    finger = false;
    if (event.key === "Escape") close();
  });
})();
