import type { Question } from "../types";

// Kept as data: quizlint parses this file, and never runs it.
export const tides: Question[] = [
  {
    id: "tide-cause",
    question: "Which body pulls most strongly on the water of the sea's tides?",
    options: ["Jupiter", "The Moon", "The Sun", "Venus"],
    correctIndex: 1,
    explanation: "The Moon is far lighter than the Sun, but so much nearer that its pull differs more across the Earth.",
  },
  {
    id: "tide-spring",
    question: "At which phase of the Moon do spring tides come?",
    options: ["First quarter", "Full moon", "Last quarter", "Waning crescent"],
    correctIndex: 1,
    explanation: "At full and new moon the pulls of Sun and Moon add up.",
  },
  {
    id: "tide-neap",
    question: 'What is a tide with the smallest range between high and low water called?',
    options: ["Bore", "Ebb", "Neap", "Surge"],
    correctIndex: 2,
    explanation: `At the quarters the Sun's pull works against the Moon's.`,
  },
] as const satisfies Question[];
