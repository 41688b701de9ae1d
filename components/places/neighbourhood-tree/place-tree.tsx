"use client";
import { useMemo } from "react";
import { ShareBar } from "@/components/patterns/share-bar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Tree, treeItemId } from "@/components/ui/tree";
import { neighbourhoodPath, UNIT_NAMES } from "@/lib/places/neighbourhood-tree/constants";
import { type TreePlace, treeHref } from "@/lib/places/neighbourhood-tree/schemas";
import { type Below, innermost, partnersInWords, withBranch, withoutBranch } from "./branches";
import { useBranches } from "./use-branches";

type Props = {
  /** The codes that the address named, null for none at all. */
  asked: readonly string[] | null;
  top: readonly TreePlace[];
  /** What lies directly in each open place. */
  below: readonly { code: string; places: readonly TreePlace[] }[];
  /** Codes of what the reader looks after. */
  own: readonly string[];
};

/**
 * The tree of places with how many partners of the reader's remit lie in each. Branches are opened in place and brought
 * when they are; without scripts each arrow is a link to the page with that branch open or closed.
 */
export function PlaceTree({ asked, top, below: sent, own }: Props) {
  const { below, opened, faults, said, toggle, load } = useBranches({ asked, below: sent });
  const most = useMemo(() => mostBeside(top, below), [top, below]);
  return (
    <>
      <div aria-hidden="true" className="flex justify-between border-b border-line px-3 py-1.5 text-sm text-ink-muted">
        <span className="ps-8">Place</span>
        <span className="pe-2">Partners</span>
      </div>
      <div className="px-1 py-1.5 sm:px-3">
        <Tree
          label="Neighbourhoods"
          items={top}
          itemKey={({ code }) => code}
          itemText={(place) => inWords(place, own)}
          itemHref={neighbourhoodPath}
          isBranch={({ childCount }) => childCount > 0}
          itemChildren={({ code }) => below.get(code)}
          opened={opened}
          onToggle={toggle}
          toggleHref={({ code }, open) => {
            const next = open ? withBranch(opened, code) : withoutBranch(below, opened, code);
            return `${treeHref(innermost(below, next))}#${treeItemId(code)}`;
          }}
          renderName={({ name }) => name}
          renderDetail={(place) => (
            <Detail place={place} isOwn={own.includes(place.code)} most={most.get(place.code) ?? null} />
          )}
          renderFault={(place) => {
            const fault = faults.get(place.code);
            return fault && <Fault sentence={fault} onAgain={() => load(place)} />;
          }}
        />
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}

/** The most partners that a place or one beside it has, by code: the measure of the bars of one branch. None where it is alone. */
function mostBeside(top: readonly TreePlace[], below: Below): ReadonlyMap<string, number> {
  const groups = [top, ...below.values()];
  return new Map(
    groups.flatMap((places) => {
      if (places.length < 2) return [];
      const most = Math.max(...places.map(({ partnerCount }) => partnerCount), 0);
      return places.map(({ code }) => [code, most] as const);
    }),
  );
}

function inWords({ name, unit, partnerCount, code }: TreePlace, own: readonly string[]): string {
  const words = [name, UNIT_NAMES[unit].toLowerCase(), partnersInWords(partnerCount)];
  return (own.includes(code) ? [...words, "your area"] : words).join(", ");
}

/** `most` is null where there is nothing beside it to compare it with. */
type DetailProps = { place: TreePlace; isOwn: boolean; most: number | null };

function Detail({ place: { unit, partnerCount }, isOwn, most }: DetailProps) {
  return (
    <>
      <span className="text-sm text-ink-muted max-sm:hidden">{UNIT_NAMES[unit]}</span>
      {isOwn && <Badge tone="accent">Your area</Badge>}
      <span className="ms-auto flex items-center gap-3 ps-2">
        {most !== null && (
          <ShareBar value={partnerCount} most={most} className="h-1.5 w-24 shrink-0 max-sm:hidden lg:w-40" />
        )}
        <span className={`min-w-8 text-end tabular-nums ${partnerCount === 0 ? "text-ink-muted" : "font-medium"}`}>
          {partnerCount.toLocaleString("en-GB")}
          <span className="sr-only"> partners</span>
        </span>
      </span>
    </>
  );
}

function Fault({ sentence, onAgain }: { sentence: string; onAgain: () => void }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-danger">
      {sentence}
      <Button type="button" size="sm" onClick={onAgain}>
        Try again
      </Button>
    </p>
  );
}
