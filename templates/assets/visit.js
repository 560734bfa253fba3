// "Since your last visit": which of the listed briefings are new or changed. What was seen stays in this browser.
(() => {
  const section = document.getElementById("since");
  const items = [...section.querySelectorAll("li")];
  const key = "dateline-seen:" + location.pathname;
  const seen = Object.fromEntries(items.map(({ dataset }) => [dataset.id, dataset.changed]));
  let before;
  try {
    // Within one visit the comparison stays, however often the page is opened.
    sessionStorage[key] ??= localStorage[key] || "null";
    localStorage[key] = JSON.stringify({ day: Date.now(), seen });
    before = JSON.parse(sessionStorage[key]);
  } catch {
    return; // storage is closed
  }
  if (!before) return;
  const left = items.filter(({ dataset }) => before.seen[dataset.id] !== dataset.changed);
  items.forEach((item) => {
    item.hidden = !left.slice(0, 7).includes(item);
    if (item.dataset.id in before.seen) item.querySelector(".new").textContent = "changed";
  });
  section.querySelector(".day").textContent = new Date(before.day).toLocaleDateString("en-GB", { dateStyle: "long" });
  section.querySelector(".says").textContent = left.length ? left.length + " new or changed" : "Nothing new";
  section.hidden = false;
})();
