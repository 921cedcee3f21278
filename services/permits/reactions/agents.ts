import {
  authorisationConfirmed,
  authorisationEnded,
  authorisationGiven,
} from "../../../shared/contracts/permits-agents.ts";
import { type Instruction, instruct, on, type Subscription, subjectId } from "../../../shared/service/index.ts";
import { factOf, sha256 } from "../../../shared/store/index.ts";
import { authorisation } from "../domain/authorisation/authorisation.ts";
import { type NoticeCommand, notice } from "../domain/notice/notice.ts";
import type { NoticeKind } from "../domain/notice/texts.ts";

/** One notice per event and occasion: a redelivery tells nobody twice. */
export const noticeIdOf = (event: string) => sha256(`notice|${event}`).slice(0, 20).toUpperCase();

/** The villager is told about his own authorisation. */
const tellOfAuthorisation = (kind: NoticeKind, event: { id: string; subject: string }, day: string): Instruction => {
  const id = subjectId(event);
  return instruct({
    of: notice,
    id: noticeIdOf(event.id),
    expects: "either",
    facts: [{ aggregate: authorisation.aggregate, id }],
    command: (facts): NoticeCommand => {
      const given = factOf(authorisation, facts, 0);
      if (given === undefined) throw new Error("the authorisation is not there");
      const { villager, resident, agent, until } = given;
      return {
        type: "tell",
        kind,
        about: { on: day, until, authorisation: id },
        to: {
          name: villager.name,
          phone: villager.phone,
          agent: agent.name,
          ...(resident === undefined ? {} : { resident }),
        },
      };
    },
  });
};

/** L9: the villager is told that somebody may act for him, and that he no longer may. */
export const agentReactions: readonly Subscription[] = [
  on(
    "permits.authorisation.given",
    authorisationGiven.pick({ givenOn: true, confirmed: true }),
    ({ givenOn, confirmed }, event) => (confirmed ? [tellOfAuthorisation("authorised", event, givenOn)] : []),
  ),
  on("permits.authorisation.confirmed", authorisationConfirmed, ({ on: day }, event) => [
    tellOfAuthorisation("authorised", event, day),
  ]),
  on("permits.authorisation.ended", authorisationEnded.pick({ on: true }), ({ on: day }, event) => [
    tellOfAuthorisation("authorisation-ended", event, day),
  ]),
];
