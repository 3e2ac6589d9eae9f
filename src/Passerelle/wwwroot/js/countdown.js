// Lets the time that is left run down. The server said how much there was when it drew the page; its clock decides.
const began = performance.now();
for (const place of document.querySelectorAll('[data-countdown]')) {
  const seconds = Number(place.dataset.countdown);
  const days = Math.floor(seconds / 86400);
  const prefix = place.textContent.slice(0, -8);
  const show = () => {
    const left = Math.max(0, seconds - Math.floor((performance.now() - began) / 1000));
    if (Math.floor(left / 86400) !== days) { location.reload(); return; }
    const part = n => String(Math.floor(n)).padStart(2, '0');
    place.textContent = prefix + [part(left % 86400 / 3600), part(left % 3600 / 60), part(left % 60)].join(':');
    if (left === 0) { clearInterval(clock); }
  };
  const clock = setInterval(show, 1000);
}
