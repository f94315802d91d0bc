const whole = new Intl.NumberFormat('en-GB');
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** `–` stands for what is not known. */
export const NONE = '–';

export const countText = (count) => (count === null || count === undefined ? NONE : whole.format(count));

/** `2 versions`, `1 version`. */
export const counted = (count, noun, plural = `${noun}s`) => `${whole.format(count)} ${count === 1 ? noun : plural}`;

/** Costs are small: enough digits to tell them apart. */
export function costText(cost) {
  if (cost === null || cost === undefined) return NONE;
  if (cost === 0) return '0.00';
  return cost < 0.01 ? cost.toFixed(6) : cost < 1 ? cost.toFixed(4) : cost.toFixed(2);
}

export function durationText(milliseconds) {
  if (milliseconds === null || milliseconds === undefined) return NONE;
  if (milliseconds < 1000) return `${whole.format(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${Math.floor(milliseconds / 60_000)} min ${Math.round((milliseconds % 60_000) / 1000)} s`;
}

export const percentText = (share) => (share === null || share === undefined ? NONE : `${(share * 100).toFixed(share === 1 || share === 0 ? 0 : 1)} %`);

/** Today the time, otherwise the day. */
export function dateText(iso, now = new Date()) {
  const time = new Date(iso);
  return time.toDateString() === now.toDateString() ? clock.format(time) : day.format(time);
}

export const exactText = (iso) => exact.format(new Date(iso));
