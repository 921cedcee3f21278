import { townsDirectory } from "../load.ts";
import { townCommand } from "./command.ts";

process.exitCode = townCommand(process.argv.slice(2), {
  townsDirectory,
  print: console.log,
  complain: console.error,
});
