// Cards are drawn to another column with the pointer: what is let go there is what the card's own button or link does.
const way = (card, column) => card.querySelector(`[data-to="${column.dataset.column}"]`);
const board = document.querySelector(".board");
let held = null;

for (const card of board?.querySelectorAll("[data-card]") ?? []) {
  if (!card.querySelector("[data-to]")) continue;
  card.draggable = true;
  for (const link of card.querySelectorAll("a")) link.draggable = false; // who takes the card by its title means the card
  card.addEventListener("dragstart", (e) => {
    held = card;
    e.dataTransfer.effectAllowed = "move";
    e.dataTransfer.setData("text/plain", card.querySelector("h3").textContent.trim());
    for (const column of board.querySelectorAll("[data-column]")) column.classList.toggle("open", way(card, column) !== null && column.dataset.column !== card.dataset.card);
  });
  card.addEventListener("dragend", () => {
    held = null;
    for (const column of board.querySelectorAll(".open, .over")) column.classList.remove("open", "over");
  });
}

for (const column of board?.querySelectorAll("[data-column]") ?? []) {
  const takes = () => held !== null && column.classList.contains("open");
  column.addEventListener("dragover", (e) => {
    if (!takes()) return;
    e.preventDefault();
    column.classList.add("over");
  });
  column.addEventListener("dragleave", (e) => {
    if (!column.contains(e.relatedTarget)) column.classList.remove("over");
  });
  column.addEventListener("drop", (e) => {
    if (!takes()) return;
    e.preventDefault();
    const to = way(held, column);
    if (to instanceof HTMLFormElement) to.requestSubmit();
    else location.assign(to.href);
  });
}
