const DAY = 86_400_000;

/** "14:05" left of a time that runs out; hours and days in words. */
export function timeLeft(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  if (seconds >= 2 * 86_400) return `${Math.floor(seconds / 86_400)} days`;
  if (seconds >= 3600) return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A point in time as the reader's clock shows it; the day is left out when it is today. */
export function momentText(iso, now = Date.now()) {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return '';
  const isNear = Math.abs(time.getTime() - now) < DAY && time.getDate() === new Date(now).getDate();
  const clock = { hour: '2-digit', minute: '2-digit' };
  return new Intl.DateTimeFormat('en-GB', isNear ? clock : { weekday: 'short', day: 'numeric', month: 'short', ...clock }).format(time);
}

const UNITS = ['bytes', 'KB', 'MB', 'GB'];

export function sizeText(bytes) {
  let size = bytes;
  let unit = 0;
  for (; size >= 1024 && unit < UNITS.length - 1; unit += 1) size /= 1024;
  return `${unit === 0 ? size : size.toFixed(1)} ${UNITS[unit]}`;
}
