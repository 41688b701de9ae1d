import { MapPinOff } from "lucide-react";
import { EmptyState } from "@/components/patterns/empty-state";
import { ShareBar } from "@/components/patterns/share-bar";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { neighbourhoodPath, UNIT_NAMES } from "@/lib/places/neighbourhood-tree/constants";
import type { TreePlace } from "@/lib/places/neighbourhood-tree/schemas";
import { partnersIn } from "./partners-in";

type Props = { name: string; places: readonly TreePlace[] };

/** What lies directly in a place, each leading to its page, with its partners as a bar and a way to their list. */
export function ChildPlaces({ name, places }: Props) {
  const most = Math.max(...places.map(({ partnerCount }) => partnerCount), 0);
  return (
    <Card id="inside" title={`Places in ${name}`}>
      {places.length === 0 ? (
        <div className="-my-4">
          <EmptyState title="Nothing lies in it yet" icon={<MapPinOff aria-hidden />}>
            <p>Districts, wards and other narrower places are listed here with their partners.</p>
          </EmptyState>
        </div>
      ) : (
        <ul className="-my-1.5 divide-y divide-line">
          {places.map((place) => (
            <ChildPlace key={place.id} place={place} most={most} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function ChildPlace({ place, most }: { place: TreePlace; most: number }) {
  const { name, unit, partnerCount, code } = place;
  return (
    <li className="grid min-h-9 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 sm:grid-cols-[minmax(0,1fr)_8rem_2.5rem]">
      <span className="flex flex-wrap items-baseline gap-x-2 py-1">
        <TextLink href={neighbourhoodPath(place)}>{name}</TextLink>
        <span className="text-sm text-ink-muted">{UNIT_NAMES[unit]}</span>
      </span>
      <ShareBar value={partnerCount} most={most} className="h-1.5 w-full max-sm:hidden" />
      <span className="text-end tabular-nums">
        {partnerCount === 0 ? (
          <span className="text-ink-muted">
            0<span className="sr-only"> partners</span>
          </span>
        ) : (
          <TextLink href={partnersIn(code)} className="inline-flex min-h-6 min-w-6 items-center justify-end">
            {partnerCount.toLocaleString("en-GB")}
            <span className="sr-only">
              {" "}
              {partnerCount === 1 ? "partner" : "partners"} in {name}
            </span>
          </TextLink>
        )}
      </span>
    </li>
  );
}
