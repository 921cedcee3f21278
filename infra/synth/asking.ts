import { parseArgs } from "node:util";
import type { Asked } from "./towns.ts";

export const usage = `npm run synth [-- --town SLUG] [--output DIRECTORY]
  各镇（或一镇）云端模板 the cloud side of all towns, or of one, as templates; into cdk.out
  -c town=SLUG  同 --town the same, as the CDK writes it`;

/** What the words of a command line ask for. @throws Error for any other word */
export function asked(args: readonly string[]): Required<Pick<Asked, "output">> & Asked {
  const { values } = parseArgs({
    args: [...args],
    options: {
      town: { type: "string" },
      context: { type: "string", short: "c" },
      output: { type: "string", short: "o", default: "cdk.out" },
      quiet: { type: "boolean" },
    },
  });
  const { town = townIn(values.context), output } = values;
  return { output, ...(town === undefined ? {} : { town }) };
}

function townIn(context: string | undefined): string | undefined {
  if (context === undefined) return undefined;
  if (!context.startsWith("town=")) throw new Error(`-c ${context}: only -c town=SLUG is known / 只识 -c town=SLUG`);
  return context.slice("town=".length);
}
