// Wide maps come nearer by buttons, + - 0, Ctrl with the wheel, or two fingers; they move by scrolling or dragging.
document.querySelectorAll(".wide .map").forEach((map) => {
  const frame = map.parentElement;
  const tools = frame.parentElement.querySelector(".tools");
  const fingers = new Map();
  let near = 1, apart = 0;

  const zoom = (to, x, y) => {
    const box = frame.getBoundingClientRect(), before = near;
    x = x ? x - box.left : box.width / 2;
    y = y ? y - box.top : box.height / 2;
    near = Math.min(12, Math.max(1, to));
    if (!frame.style.height) frame.style.height = box.height + "px";
    map.style.setProperty("--k", near);
    frame.scrollLeft = (frame.scrollLeft + x) * (near / before) - x;
    frame.scrollTop = (frame.scrollTop + y) * (near / before) - y;
  };

  tools.hidden = false;
  tools.onclick = ({ target }) => target.value && zoom(near * target.value);
  frame.onkeydown = (event) => {
    const button = tools.querySelector(`[name="${CSS.escape(event.key.replace("=", "+"))}"]`);
    if (button && !event.ctrlKey && !event.metaKey && !event.altKey) button.click();
  };
  frame.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(near * Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
  }, { passive: false });
  frame.onpointerdown = (event) => {
    fingers.set(event.pointerId, event);
    apart = 0;
  };
  frame.onpointermove = (event) => {
    const last = fingers.get(event.pointerId);
    if (!last) return;
    fingers.set(event.pointerId, event);
    const [one, two] = fingers.values();
    if (two) {
      const now = Math.hypot(one.x - two.x, one.y - two.y);
      if (apart) zoom(near * (now / apart), (one.x + two.x) / 2, (one.y + two.y) / 2);
      apart = now;
    } else if (event.pointerType === "mouse") {
      frame.scrollLeft -= event.x - last.x;
      frame.scrollTop -= event.y - last.y;
    }
  };
  frame.onpointerup = frame.onpointercancel = frame.onpointerleave = (event) => fingers.delete(event.pointerId);
  frame.ondragstart = () => false;
});
