/** A duration in seconds, for people: "40 s", "3 min", "2 h 5 min", "4 days". */
export function durationText(seconds: number): string {
  if (seconds < 1) return "under 1 s";
  if (seconds < 100) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 100) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.round(hours / 24)} days`;
}

/** The same of an estimate: "about 40 s". */
export const aboutText = (seconds: number) => (seconds < 1 ? "" : "about ") + durationText(seconds);
