/** The parts of the YAML parser that front matter needs, in a module of their own: it is loaded only where there is front matter. */
export { LineCounter, parseDocument } from "yaml";
