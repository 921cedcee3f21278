import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** `node killed-import-main.ts DIRECTORY STEP FILES`: replaces the files, and is killed before its step number STEP at the disk. */
const [directory = "", step = "", files = ""] = process.argv.slice(2);
let steps = 0;
for (const name of ["renameSync", "rmSync"] as const) {
  const real = fs[name];
  const counted = (...given: never[]) => {
    steps += 1;
    if (steps === Number(step)) process.kill(process.pid, "SIGKILL");
    return Reflect.apply(real, fs, given);
  };
  Reflect.set(fs, name, counted);
}
syncBuiltinESMExports();
const { replaceFiles } = await import("../../infra/towns/lists/replace-files.ts");
const contents: Readonly<Record<string, string>> = JSON.parse(files);
replaceFiles(directory, contents);
