import { officialCalendar } from "../../shared/calendar/index.ts";
import { ownPlatform } from "../../shared/entry-scan/own-platform.ts";
import type { Files } from "../../shared/files/index.ts";
import { noFiles } from "../../shared/files/s3-files.ts";
import { observe } from "../../shared/observability/index.ts";
import type { DrawPaper } from "../../shared/printing/index.ts";
import type { Runtime, Service } from "../../shared/service/index.ts";
import { keyedWith } from "../../shared/service/keyed.ts";
import { cursors, Store, type Table } from "../../shared/store/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { Commits, watched } from "./commits.ts";

/** A service of a running town. */
export interface Running {
  readonly service: Service;
  readonly runtime: Runtime;
  readonly commits: Commits;
}

interface Spec {
  readonly services: readonly Service[];
  readonly town: TownProfile;
  readonly tableOf: (service: Service) => Table;
  readonly clock: () => string;
  readonly cursorSecret: string;
  readonly townSecret: string;
  /** By service; a service whose manifest asks for none has none. */
  readonly files: ReadonlyMap<string, Files>;
  /** Whether an answer with an undeclared field is refused. */
  readonly strictAnswers: boolean;
  readonly drawing: DrawPaper;
  readonly onCommit: () => void;
}

/** What the functions of each service stand on, as the cloud's `cloudRuntime` makes it, on one clock and one database. */
export function runtimesOf({
  services,
  town,
  tableOf,
  clock,
  cursorSecret,
  townSecret,
  files,
  strictAnswers,
  drawing,
  onCommit,
}: Spec): readonly Running[] {
  const keyed = keyedWith(townSecret);
  const calendar = officialCalendar({ notices: town.calendarNotices });
  return services.map((service) => {
    const commits = new Commits();
    commits.listen(onCommit);
    const store = new Store(watched(tableOf(service), commits));
    const observability = observe(service.name, town.slug);
    const runtime = {
      store,
      town,
      calendar,
      clock,
      cursors: cursors(cursorSecret),
      keyed,
      files: files.get(service.name) ?? noFiles,
      drawing,
      scanning: ownPlatform(keyed),
      observability,
      strictAnswers,
    };
    return { service, runtime, commits };
  });
}
