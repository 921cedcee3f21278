import { createHash } from "node:crypto";

/** What the piece of work below takes on the reference machine, two cores, with nothing else running (milliseconds). */
const referenceMs = 60;
const most = 12;

/**
 * How many times slower this machine is now than the reference, measured once: at least 1, at most 12. It takes the slowest of
 * some rounds, because other programs come and go; and twice that, because they may come later.
 */
export function slowness(): number {
  const rounds = Array.from({ length: 5 }, pieceOfWork);
  return Math.min(most, Math.max(1, (2 * Math.max(...rounds)) / referenceMs));
}

function pieceOfWork(): number {
  const began = performance.now();
  let digest = "";
  for (let round = 0; round < 40_000; round += 1) digest = createHash("sha256").update(digest).digest("hex");
  return performance.now() - began;
}
