import type { Drawn } from "./states.ts";

/** What every published event of a certificate says of it; nothing that names its holder. */
export const about = ({ number, item, office }: Pick<Drawn, "number" | "item" | "office">) => ({
  number,
  item,
  ...(office === undefined ? {} : { office }),
});
