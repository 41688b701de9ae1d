import { BarList } from "@/components/patterns/bar-list";
import { dayInWords } from "@/components/patterns/instant";
import { listed } from "@/components/patterns/listed";
import { Card } from "@/components/ui/card";
import type { PartnershipCard, PartnershipDashboard } from "@/lib/places/partnership-dashboard/queries";
import { AreaCard, type Unfolding } from "./area-card";
import { Columns } from "./dashboard-frame";
import { EmptyAreasCard } from "./empty-areas-card";
import { GlanceCard, glancesOf } from "./glance-card";
import { RecentCard } from "./recent-card";
import { WaitingCard, waitingOf } from "./waiting-card";

/** The dashboard of a partnership admin: each partnership by itself, what waits in it first, then what changed in any of them. */
export function PartnershipView({
  dashboard: { cards, recent },
  unfolding,
}: {
  dashboard: PartnershipDashboard;
  unfolding: Omit<Unfolding, "topsOpen">;
}) {
  const topsOpen = cards.length === 1;
  return (
    <>
      {cards.map((card, index) => (
        <Partnership key={card.through} card={card} index={index} unfolding={{ ...unfolding, topsOpen }} />
      ))}
      {recent.length > 0 && (
        <Columns>
          <RecentCard partners={recent} changed={undefined} />
        </Columns>
      )}
    </>
  );
}

type Props = { card: PartnershipCard; index: number; unfolding: Unfolding };

function Partnership({ card, index, unfolding }: Props) {
  const { partnership, places, endsOn, lines, categories, areas, emptyAreas } = card;
  const id = (name: string) => `${name}-${index + 1}`;
  const waiting = [
    ...waitingOf(lines).toSorted((a, b) => Number(b.key === "candidates") - Number(a.key === "candidates")),
    { key: "empty-areas" as const, count: emptyAreas.count, href: emptyAreas.href },
  ];
  return (
    <section
      aria-labelledby={id("partnership")}
      className="grid gap-4 not-first:border-t not-first:border-line not-first:pt-6"
    >
      <div>
        <h2 id={id("partnership")} className="text-xl font-semibold tracking-tight">
          {partnership}
        </h2>
        <p className="text-ink-muted">
          {listed(places.map(({ name }) => name))}
          {endsOn !== null && `, until ${dayInWords(endsOn)}`}
        </p>
      </div>
      <Columns>
        <div>
          <WaitingCard id={id("waiting")} heading="h3" of={id("partnership")} lines={waiting} />
          <AreaCard id={id("areas")} heading="h3" of={id("partnership")} areas={areas} unfolding={unfolding} />
        </div>
        <div>
          <GlanceCard id={id("glance")} heading="h3" of={id("partnership")} glances={glancesOf(lines)} />
          {categories.length > 0 && (
            <Card id={id("categories")} heading="h3" of={id("partnership")} title="Partners by category">
              <BarList
                label={`Categories in ${partnership}`}
                measure={{ one: "partner", many: "partners" }}
                bars={categories.map(({ id: key, name, count, href }) => ({ key, label: name, value: count, href }))}
              />
            </Card>
          )}
          <EmptyAreasCard id={id("empty-areas")} heading="h3" of={id("partnership")} empty={emptyAreas} />
        </div>
      </Columns>
    </section>
  );
}
