import { BarChart } from "../bar-chart";
import { BarList } from "../bar-list";
import { TrendChart } from "../trend-chart";

const weeks = Array.from({ length: 12 }, (_, week) => `Week ${week + 1}`);

const wards = [
  ["Ardwick and the streets around it", 9],
  ["Hulme", 34],
  ["Moss Side", 21],
  ["Baguley", 0],
  ["Burnage", 0],
  ["Charlestown", 0],
  ["Moston", 0],
] as const;

const areas = [
  {
    key: "manchester",
    label: "Manchester",
    value: 64,
    href: "#charts",
    toggle: { href: "#charts", open: true, label: "Areas in Manchester" },
    children: wards.map(([label, value]) => ({ key: label, label, value, href: "#charts" })),
  },
  {
    key: "salford",
    label: "Salford",
    value: 12,
    href: "#charts",
    toggle: { href: "#charts", open: false, label: "Areas in Salford" },
  },
];

/** Bars and lines as the server draws them. */
export function ChartSpecimens() {
  return (
    <div className="grid gap-6 md:grid-cols-2 [&>*]:rounded-lg [&>*]:border [&>*]:border-line [&>*]:bg-surface [&>*]:p-5 [&>*]:shadow-card">
      <TrendChart
        title="Partners"
        heading="Week"
        labels={weeks}
        series={[{ name: "Partners", values: [96, 98, 98, 103, 104, 110, 109, 115, 118, 121, 127, 129] }]}
      />
      <TrendChart
        title="Events by source"
        heading="Week"
        labels={weeks}
        series={[
          { name: "Calendars", values: [310, 322, 298, 340, 351, 348, 362, 359, 371, 380, 378, 402] },
          { name: "Typed in", values: [120, 98, 104, 130, 121, 140, 96, 88, 101, 97, 90, 84] },
          { name: "Sites", values: [12, 30, 34, 41, 55, 54, 61, 70, 68, 81, 90, 110] },
        ]}
      />
      <BarChart
        title="Partners by area"
        heading="Area"
        measure="Partners"
        bars={[
          { label: "Hulme", value: 34 },
          { label: "Moss Side", value: 21 },
          { label: "Ardwick and the streets around it", value: 9 },
          { label: "Chorlton Park", value: 0 },
        ]}
      />
      <BarChart title="Calendars by state" heading="State" measure="Calendars" bars={[]} />
      <BarList label="Areas" measure={{ one: "partner", many: "partners" }} bars={areas} />
    </div>
  );
}
