import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Between two whole collections the heap grows by so much, not by three times as much as V8 lets it. */
const growthPercent = 50;
const quiet = 10_000;
/** After the start, which leaves the most and which nobody waits for any more. */
const quietAfterStart = 2_000;

/** The memory of a process that is the town's alone. */
export interface LookedAfter {
  /** Something happens. */
  readonly touch: () => void;
  /** Gives back at once what a burst of work left, such as the opening. */
  readonly giveBack: () => void;
  readonly stop: () => void;
}

/** A process that is not the town's alone is left as it is. */
export const notLookedAfter: LookedAfter = {
  touch: () => undefined,
  giveBack: () => undefined,
  stop: () => undefined,
};

/**
 * V8 keeps what a burst of work made it grow to; an idle town would hold half a gigabyte. After ten quiet seconds it is
 * asked once to give that back (some 50 ms, when nobody waits). The first time two quiet seconds are enough.
 */
export function returnMemoryWhenQuiet(): LookedAfter {
  setFlagsFromString(`--heap-growing-percent=${growthPercent}`);
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  let timer: NodeJS.Timeout | undefined;
  let touched = 0;
  let wait = quietAfterStart;
  const giveBack = () => {
    if (typeof collect === "function") collect({ type: "major", flavor: "last-resort" });
  };
  const look = () => {
    if (Date.now() - touched < wait) return;
    wait = quiet;
    clearInterval(timer);
    timer = undefined;
    giveBack();
  };
  return {
    touch() {
      touched = Date.now();
      timer ??= setInterval(look, wait / 2).unref();
    },
    giveBack,
    stop: () => clearInterval(timer),
  };
}
