import { BarList, type ListedBar } from "@/components/patterns/bar-list";
import { Card } from "@/components/ui/card";
import { openedHref } from "@/lib/places/dashboards/schemas";
import type { OwnArea } from "@/lib/places/neighbourhood-dashboard/queries";

/**
 * What is open in the tree, and the page whose address holds it. `topsOpen`: the places that the area consists of are open
 * anyway, where there is one tree that the page is about; of several each begins with these alone.
 */
export type Unfolding = { path: string; opened: readonly string[]; topsOpen: boolean };

/** One's own area as a tree: a bar for each place in it, and what lies in those that are opened. */
export function AreaCard({
  id = "areas",
  heading,
  of,
  areas,
  unfolding,
}: {
  id?: string;
  heading?: "h2" | "h3";
  of?: string;
  areas: readonly OwnArea[];
  unfolding: Unfolding;
}) {
  return (
    <Card id={id} heading={heading} of={of} title="Partners by area">
      <BarList
        label="Your area"
        measure={{ one: "partner", many: "partners" }}
        bars={areas.map((area) => barOf(area, unfolding, true))}
      />
    </Card>
  );
}

function barOf(place: OwnArea, unfolding: Unfolding, top: boolean): ListedBar {
  const { code, name, partnerCount, childCount, href, children } = place;
  const { path, opened, topsOpen } = unfolding;
  const fixed = top && topsOpen;
  const open = fixed || opened.includes(code);
  const toggle = { href: openedHref(path, opened, code), open, label: `Areas in ${name}` };
  return {
    key: code,
    label: name,
    value: partnerCount,
    href,
    ...(fixed || childCount === 0 ? {} : { toggle }),
    children: open ? children.map((child) => barOf(child, unfolding, false)) : [],
  };
}
