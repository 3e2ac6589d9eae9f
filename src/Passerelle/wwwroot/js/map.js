// Says which commune is under the pointer or has the focus: the drawing has room for the names of the larger ones only.
for (const frame of document.querySelectorAll(".map-frame")) {
  const tip = document.createElement("p");
  tip.className = "map-tip";
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true"); // the link says it already
  frame.append(tip);
  frame.querySelectorAll(".map-link > title").forEach((title) => title.remove()); // or the browser would say it once more

  const show = ({ target }) => {
    const link = target.closest(".map-link");
    tip.hidden = !link;
    if (!link) return;
    tip.textContent = link.getAttribute("aria-label");
    const [shape, box] = [link.getBoundingClientRect(), frame.getBoundingClientRect()];
    const half = tip.offsetWidth / 2;
    tip.style.left = `${Math.max(half, Math.min(shape.left + shape.width / 2 - box.left, box.width - half))}px`;
    tip.style.top = `${shape.top - box.top}px`;
  };
  const hide = () => { tip.hidden = true; };
  frame.addEventListener("focusin", show);
  frame.addEventListener("mouseover", show);
  frame.addEventListener("focusout", hide);
  frame.addEventListener("mouseleave", hide);
  document.addEventListener("keydown", (e) => { if (e.key === "Escape") hide(); });
}
