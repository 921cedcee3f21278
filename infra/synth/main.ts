import { keptBundles } from "../bundling/kept.ts";
import { asked, usage } from "./asking.ts";
import { slugsMeant } from "./slugs.ts";
import { toldOf } from "./told.ts";

// The templates alone: the CDK's command, which a deployment needs, takes longer to load than they take to write.
try {
  process.exitCode = await synthesis();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode ||= 1;
}

async function synthesis(): Promise<number> {
  const words = asking();
  if (words === undefined) return 64;
  slugsMeant(words.town);
  const kept = await keptBundles();
  const { appOf } = await import("./towns.ts");
  const { stacksRecursively, directory } = appOf(kept, words).synth();
  const { lines, isSound } = toldOf(stacksRecursively);
  for (const line of lines) console.error(line);
  console.log(isSound ? `${stacksRecursively.length} 个模板 templates: ${directory}` : "未通过 not sound");
  return isSound ? 0 : 1;
}

function asking() {
  try {
    return asked(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return undefined;
  }
}
