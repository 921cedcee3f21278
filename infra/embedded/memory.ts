import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const quiet = 10_000;
/** After the start, which leaves the most and which nobody waits for any more. */
const quietAfterStart = 2_000;

/**
 * V8 keeps what a burst of work made it grow to; an idle town would hold half a gigabyte. After ten quiet seconds it is
 * asked once to give that back (some 50 ms, when nobody waits). The first time two quiet seconds are enough.
 */
export function returnMemoryWhenQuiet(): { readonly touch: () => void; readonly stop: () => void } {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  let timer: NodeJS.Timeout | undefined;
  let touched = 0;
  let wait = quietAfterStart;
  const look = () => {
    if (Date.now() - touched < wait) return;
    wait = quiet;
    clearInterval(timer);
    timer = undefined;
    if (typeof collect === "function") collect({ type: "major", flavor: "last-resort" });
  };
  return {
    touch() {
      touched = Date.now();
      timer ??= setInterval(look, wait / 2).unref();
    },
    stop: () => clearInterval(timer),
  };
}
