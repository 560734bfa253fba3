// What every page can do beyond reading.
(() => {
  const all = (selector) => document.querySelectorAll(selector);
  const typing = () => document.activeElement.matches("input[type=search], textarea, select");

  // "/" goes to the search box.
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && typing()) document.activeElement.blur();
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing()) return;
    event.preventDefault();
    (document.getElementById("search-words") || document.querySelector("[data-search-box]")).select();
  });

  // What a link leads to is unfolded; a quote is lit in all its pieces.
  const light = () => {
    const at = location.hash.slice(1);
    document.getElementById(at)?.closest(".rest")?.setAttribute("open", "");
    all("mark[data-at]").forEach((mark) => mark.classList.toggle("lit", mark.dataset.at.split(" ").includes(at)));
  };
  addEventListener("hashchange", light);
  light();

  // The section that is read is the last whose heading stands in the upper third.
  const parts = [...all(".contents a")].map((link) => [link, document.getElementById(link.hash.slice(1))]);
  const follow = () => {
    const read = parts.filter(([, part]) => part && part.getBoundingClientRect().top < innerHeight / 3).pop();
    parts.forEach((pair) => (pair[0].ariaCurrent = pair === read ? "true" : null));
  };
  if (parts.length) addEventListener("scroll", follow, { passive: true });
  follow();

  // As the system has them, light, dark: kept in this browser.
  const choices = ["", "light", "dark"];
  const chosen = document.documentElement.dataset;
  all("[data-colours-button]").forEach((button) => {
    const paint = (choice) => {
      if (choice) chosen.colours = choice;
      else delete chosen.colours;
      button.ariaLabel = button.title = "Colours: " + (choice || "as the system has them");
      return choice;
    };
    paint(chosen.colours);
    button.hidden = !CSS.supports("color:light-dark(red,red)");
    button.onclick = () => {
      localStorage.colours = paint(choices[(choices.indexOf(chosen.colours || "") + 1) % 3]);
    };
  });

  const address = location.href.split("#")[0];
  all("[data-address]").forEach((place) => {
    place.textContent = place.dataset.address.replace("{address}", address);
  });
  all("[data-copy]").forEach((button) => {
    button.hidden = !navigator.clipboard;
    button.onclick = async () => {
      await navigator.clipboard.writeText(button.closest("div").querySelector("pre").textContent);
      button.textContent = "Copied";
    };
  });
  // A report of an error takes the marked words along.
  all("[data-report]").forEach((link) => {
    link.onclick = () => {
      const to = new URL(link.href);
      to.searchParams.set("page", address);
      to.searchParams.set("quote", String(getSelection()).slice(0, 500));
      link.href = to.href;
    };
  });
  all("[data-print]").forEach((button) => {
    button.hidden = false;
    button.onclick = () => print();
  });
})();
