import type { Crumb } from "@/components/patterns/breadcrumb";
import { NEIGHBOURHOODS_PATH, neighbourhoodPath } from "@/lib/places/neighbourhood-tree/constants";

type Step = { id: string; code: string; name: string };

/** The way to what lies below these places, from the top of the tree. @param above the widest first. */
export function neighbourhoodCrumbs(above: readonly Step[] = []): Crumb[] {
  return [
    { label: "Neighbourhoods", href: NEIGHBOURHOODS_PATH },
    ...above.map((step) => ({ label: step.name, href: neighbourhoodPath(step) })),
  ];
}
