import { Stack, Stage, type StageProps, Tags } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { queueName, type Service } from "../shared/service/index.ts";
import type { Codes } from "./bundling/code.ts";
import { bundleName } from "./bundling/entries.ts";
import { toldOf, toldOfDocuments, toldOfWatch } from "./bundling/telling.ts";
import { ApiStack } from "./constructs/api.ts";
import { ServiceResources } from "./constructs/service.ts";
import { SubscribersStack } from "./constructs/subscribers.ts";
import { TownSecretStack } from "./constructs/town-secret.ts";
import { WatchStack } from "./constructs/watch.ts";
import type { Served } from "./functions/docs.ts";
import { lacking, partitions } from "./partitions.ts";
import { deliveriesOf, publishersTo, relayRoutesOf } from "./relay-routes.ts";
import type { Town } from "./towns/load.ts";
import { watchedIn } from "./watch/watched.ts";

export interface TownStageProps extends StageProps {
  readonly town: Town;
  readonly services: readonly Service[];
  /** What the town serves besides its services: health and documents, by path. */
  readonly served: Served;
  readonly codes: Codes;
}

/** The largest number of routes an HTTP API holds, and of resources a stack holds. */
export const limits = { routes: 300, resources: 500 } as const;

/**
 * A town in the cloud: a stack per service, one for the API, one for other departments' queues, one for the watch and its alarms.
 * No stack imports anything from another: what one needs of another follows from town and service.
 */
export class TownStage extends Stage {
  constructor(scope: Construct, id: string, props: TownStageProps) {
    const { profile } = props.town;
    const { account, region, partition } = profile.deployment;
    super(scope, id, { env: { region, ...(account === undefined ? {} : { account }) }, ...props });
    const missing = lacking(profile.deployment);
    if (missing.length > 0) throw new Error(`${profile.slug}: ${missing.join("\n")}`);
    const { services, served, codes } = props;
    const named = (name: string, description: string) => ({
      stackName: `${profile.slug}-${name}`,
      description: `Qiangzhen, ${profile.name.en}: ${description}`,
      terminationProtection: true,
    });

    const secret = new TownSecretStack(this, "secret", { ...named("secret", "Secret"), town: profile.slug });
    for (const service of services) {
      const routes = relayRoutesOf(service, services, profile);
      const stack = new Stack(this, service.name, named(service.name, service.title.en));
      stack.addStackDependency(secret);
      new ServiceResources(stack, "Service", {
        service,
        town: profile,
        deliveries: deliveriesOf(service, services, profile),
        publishers: publishersTo(queueName(profile.slug, service.name), services, profile),
        code: (kind) => codes.bundled(bundleName(service, kind)),
        told: codes.layered(toldOf(service, props.town, routes)),
      });
    }
    new ApiStack(this, "api", {
      ...named("api", "HTTP API"),
      town: profile,
      services,
      code: {
        docs: () => codes.bundled("docs"),
        claims: () => codes.bundled("claims"),
      },
      told: codes.layered(toldOfDocuments(served)),
    });
    if (profile.subscribers.length > 0)
      new SubscribersStack(this, "subscribers", {
        ...named("subscribers", "Other departments"),
        town: profile,
        services,
      });
    new WatchStack(this, "alarms", {
      ...named("alarms", "Watch and alarms"),
      ...{ town: profile, services, code: codes.bundled("watch") },
      told: codes.layered(toldOfWatch(watchedIn(services, profile))),
    });
    const untagged = partitions[partition].eventSourceTags ? [] : ["AWS::Lambda::EventSourceMapping"];
    Tags.of(this).add("town", profile.slug, { excludeResourceTypes: untagged });
  }
}
