// "Since your last visit": which of the listed briefings are new or changed. What was seen stays in this browser.
(function () {
  "use strict";

  var section = document.getElementById("since");
  var items = Array.from(section.querySelectorAll("li"));
  var key = "dateline-seen:" + location.pathname;
  var now = { day: Date.now(), seen: {} };
  var before;
  items.forEach((item) => (now.seen[item.dataset.id] = item.dataset.changed));
  try {
    // Within one visit the comparison stays, however often the page is opened.
    if (sessionStorage.getItem(key) === null) sessionStorage.setItem(key, localStorage.getItem(key) || "null");
    localStorage.setItem(key, JSON.stringify(now));
    before = JSON.parse(sessionStorage.getItem(key));
  } catch (error) {
    return; // storage is closed to pages: there is nothing to compare with
  }
  if (!before) return;
  var left = items.filter((item) => before.seen[item.dataset.id] !== item.dataset.changed);
  items.forEach(function (item) {
    item.hidden = !left.slice(0, 7).includes(item);
    if (item.dataset.id in before.seen) item.querySelector(".new").textContent = "changed";
  });
  section.querySelector(".day").textContent = new Date(before.day).toLocaleDateString("en-GB", { dateStyle: "long" });
  section.querySelector(".says").textContent = left.length ? left.length + " new or changed" : "Nothing new";
  section.hidden = false;
})();
