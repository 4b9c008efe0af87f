import { isAbsolute, relative, sep } from "node:path";

/** A file as the user would name it: from the folder in which the command runs, unless it is far away. */
export function nameOf(path: string, cwd: string): string {
  const name = relative(cwd, path);
  return name === "" || name.startsWith(`..${sep}..${sep}..`) || isAbsolute(name) ? path : name.replaceAll("\\", "/");
}
