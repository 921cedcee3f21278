import { listAbandoned, listAdopted, listCarriedOn } from "../../../../shared/contracts/powers-list.ts";
import { theTownItself } from "../../../../shared/decider/index.ts";
import { type Instruction, on, type Subscription } from "../../../../shared/service/index.ts";
import { theList } from "../domain/importing/list-import.ts";
import { carryOutImport, discardParts } from "../importing.ts";

const done = { done: true } as const;

/** The next part of the adopted import. Its end is told by an event, which leads to the next one. */
const carryOn: Instruction = {
  key: `list-import/${theList}`,
  async carryOut(runtime) {
    await carryOutImport(runtime, 1);
    return done;
  },
};

/** X5, A11: an adopted import is carried out part by part, however often it is interrupted; an abandoned one is cleared. */
export const importReactions: readonly Subscription[] = [
  on("powers.list-import.adopted", listAdopted, () => [carryOn]),
  on("powers.list-import.carried-on", listCarriedOn, ({ next, parts }) => (next < parts ? [carryOn] : [])),
  on("powers.list-import.abandoned", listAbandoned, ({ import: id }) => [
    {
      key: `import-part/${id}`,
      async carryOut(runtime) {
        await discardParts(runtime, id, theTownItself);
        return done;
      },
    },
  ]),
];
