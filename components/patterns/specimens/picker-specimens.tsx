"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Tree } from "@/components/ui/tree";
import { Specimen, SpecimenGrid } from "./specimen";

type Place = { name: string; path: string; below: readonly Place[] };

function place(name: string, path: string, ...below: Place[]): Place {
  return { name, path, below };
}

const north = place(
  "Manchester",
  "Greater Manchester, England",
  place("Hulme", "Manchester"),
  place("Moss Side", "Manchester"),
  place("Ardwick", "Manchester"),
  place("Chorlton Park", "Manchester"),
);
const south = place(
  "Trafford",
  "Greater Manchester, England",
  place("Clifford", "Trafford"),
  place("Gorse Hill", "Trafford"),
);
const tree = [
  place("Greater Manchester", "England", north, south),
  place("Glasgow City", "Scotland", place("Govan", "Glasgow City")),
];
const everyPlace = [north, south, ...north.below, ...south.below, ...tree.slice(1)];

const placeName = ({ name }: Place) => name;

// As on every page: the heavy part comes by itself, after the page.
const Combobox = dynamic(() => import("@/components/ui/combobox").then((loaded) => loaded.Combobox<Place>), {
  loading: () => <SkeletonLines label="Loading the box" lines={2} />,
});

const reading = {
  itemKey: placeName,
  itemText: placeName,
  renderItem: ({ name, path }: Place) => (
    <>
      <span>{name}</span>
      <span className="text-sm text-ink-muted">in {path}</span>
    </>
  ),
};

/** The parts in which one chooses among records: a box that suggests, which react-aria brings, and a tree. */
export function PickerSpecimens() {
  return (
    <SpecimenGrid>
      <Specimen name="Combobox">
        <ChoosingBox />
      </Specimen>
      <Specimen name="Combobox, wrong and loading">
        <div className="w-full">
          <Combobox
            {...reading}
            id="wrong-place-box"
            label="Address place"
            error="Choose the place that the address lies in."
            items={[]}
            isLoading
            onInput={() => {}}
            onChoose={() => {}}
          />
        </div>
      </Specimen>
      <Specimen name="Tree">
        <PlaceTree />
      </Specimen>
    </SpecimenGrid>
  );
}

function ChoosingBox() {
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<Place | null>(null);
  return (
    <div className="grid w-full gap-3">
      <Combobox
        {...reading}
        id="place-box"
        label="Place"
        help="Type some letters of a neighbourhood’s name."
        placeholder="Hulme"
        items={everyPlace.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))}
        emptyText="No place of this name."
        onInput={setText}
        onChoose={setChosen}
      />
      <p role="status">{chosen === null ? "" : `Chosen: ${chosen.name}`}</p>
    </div>
  );
}

function PlaceTree() {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set(["Greater Manchester"]));
  return (
    <div className="w-full rounded-lg border border-line bg-surface p-2 shadow-card">
      <Tree
        label="Neighbourhoods"
        items={tree}
        itemKey={placeName}
        itemText={placeName}
        itemHref={({ name }) => `/design/empty?place=${name}`}
        isBranch={({ below }) => below.length > 0}
        itemChildren={({ below }) => below}
        opened={opened}
        onToggle={({ name }, open) =>
          setOpened(new Set(open ? [...opened, name] : [...opened].filter((one) => one !== name)))
        }
        toggleHref={({ name }) => `/design?open=${name}`}
        renderName={placeName}
        renderDetail={({ below }) => (
          <span className="ms-auto text-sm text-ink-muted tabular-nums">{below.length === 0 ? "" : below.length}</span>
        )}
      />
    </div>
  );
}
