import { townsDirectory } from "../load.ts";
import { listsCommand } from "./command.ts";

process.exitCode = listsCommand(process.argv.slice(2), {
  townsDirectory,
  print: console.log,
  complain: console.error,
});
