// Cards on names in the text, from the list at the end of the page. A mouse opens one by resting on a name, the keyboard by
// reaching it, a finger by a first tap (a second goes there). Without this script a name is a link with a title.
(() => {
  const WAIT = 180; // milliseconds until a resting mouse opens a card, and one that left closes it
  const listed = [...document.querySelectorAll("li[data-card]")];
  const entries = Object.fromEntries(listed.map((entry) => [entry.querySelector("a").href, entry]));

  const card = document.createElement("div");
  Object.assign(card, { id: "card", className: "card", role: "tooltip", hidden: true });
  document.querySelector(".body").append(card);

  let owner, timer;
  let finger = false; // whether the last pointer was one

  const fill = (entry) => {
    card.replaceChildren(...entry.cloneNode(true).childNodes);
    const link = card.querySelector("a");
    const name = document.createElement("b");
    name.append(...link.childNodes);
    link.replaceWith(name);
    card.querySelectorAll("[hidden]").forEach((more) => (more.hidden = false));
  };

  const place = (link) => {
    const at = link.getClientRects()[0];
    const frame = card.offsetParent.getBoundingClientRect();
    const left = Math.min(at.left, document.documentElement.clientWidth - card.offsetWidth - 8);
    const above = at.bottom + card.offsetHeight + 8 > innerHeight && at.top > card.offsetHeight + 70;
    card.style.left = Math.max(left, 8) - frame.left + "px";
    card.style.top = (above ? at.top - card.offsetHeight - 2 : at.bottom + 2) - frame.top + "px";
  };

  const close = () => {
    clearTimeout(timer);
    owner?.removeAttribute("aria-describedby");
    owner = null;
    card.hidden = true;
  };

  const open = (link) => {
    if (owner === link) return clearTimeout(timer);
    close();
    owner = link;
    fill(entries[link.href]);
    card.hidden = false;
    place(link);
    link.setAttribute("aria-describedby", "card");
  };

  const later = (action) => {
    clearTimeout(timer);
    timer = setTimeout(action, WAIT);
  };
  const mouse = (action) => (event) => event.pointerType === "touch" || later(action);

  document.querySelectorAll("a.name").forEach((link) => {
    if (!entries[link.href]) return;
    link.removeAttribute("title");
    link.onpointerenter = mouse(() => open(link));
    link.onpointerleave = mouse(close);
    link.onfocus = () => link.matches(":focus-visible") && open(link);
    link.onblur = close;
    link.onclick = (event) => {
      if (!finger || owner === link) return;
      event.preventDefault();
      open(link);
    };
  });
  card.onpointerenter = () => clearTimeout(timer);
  card.onpointerleave = () => later(close);
  addEventListener("pointerdown", (event) => {
    finger = event.pointerType === "touch";
    if (!event.target.closest(".card, a.name")) close();
  });
  addEventListener("keydown", (event) => {
    finger = false;
    if (event.key === "Escape") close();
  });
})();
