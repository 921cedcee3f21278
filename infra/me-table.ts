import type { MeTable } from "../shared/http/me.ts";
import type { Service } from "../shared/service/index.ts";
import type { TownProfile } from "../shared/town/profile.ts";
import { roles, roleTitle } from "../shared/town/roles.ts";

/** What `GET /me` needs of a town: made once. */
export const meTable = (services: readonly Service[], { slug, offices }: TownProfile): MeTable => ({
  town: slug,
  offices: Object.fromEntries(offices.map(({ id, name }) => [id, name])),
  roles: Object.fromEntries(roles.map((role) => [role, roleTitle(role)])),
  routes: services.flatMap((service) =>
    service.routes.map(({ method, path, summary, allow }) => ({ method, path, title: summary, allow })),
  ),
});
