import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { letter, project } from "./project.ts";

const OLD = letter("We utilise the form.");

describe("corrcheck init", () => {
  it("writes what the flags say, takes down the faults that are there, and says so", async () => {
    const { run, folder, add } = project({ "templates/a.md": OLD, "templates/b.md": OLD });
    const flags = ["--name", "Tarnside Water", "--mode", "template", "--channel", "letter", "--sector", "energy-water"];
    const { status, out, err } = await run(["init", ...flags]);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toMatch(/^corrcheck\.yml: written\..*\ncorrcheck-baseline\.json: 2 findings taken down\n$/);
    const text = readFileSync(join(folder, "corrcheck.yml"), "utf8");
    expect(text).toContain('name: "Tarnside Water"');
    expect((await run(["--fail-on", "warning", "templates"])).status).toBe(0);
    expect((await run(["print-config", "templates/a.md"])).out).toContain('sectors: ["energy-water"]');
    add("templates/c.md", OLD);
    expect((await run(["--fail-on", "warning", "templates"])).status).toBe(1);
  });

  it("asks at a terminal, again where the answer is none of the choices, and Enter leaves a thing out", async () => {
    const { run, folder } = project({ "a.md": letter("") });
    const { status, out, err } = await run(["init"], { typed: "Calder Bank\ntemplat\nTemplate\n\n\n" });
    expect(status).toBe(0);
    expect(err).toContain("There is no “templat”. Did you mean “template”?");
    expect(out).toContain("No fault was found");
    const text = readFileSync(join(folder, "corrcheck.yml"), "utf8");
    expect(text).toContain("mode: template");
    expect(text).not.toMatch(/channel|sectors/);
    expect(existsSync(join(folder, "corrcheck-baseline.json"))).toBe(false);
  });

  it("is silent without a terminal, and where it is told that there is nothing to check", async () => {
    const { run } = project({});
    expect(await run(["init"])).toEqual({
      status: 0,
      err: "",
      out: expect.stringMatching(/written[^]*There is no letter here yet/),
    });
  });

  it.each(["corrcheck.yml", "corrcheck.yaml", "corrcheck.json"])("never overwrites %s", async (name) => {
    const { run, folder } = project({ [name]: "{}", "a.md": OLD });
    expect(await run(["init", "--channel", "letter"])).toEqual({
      status: 2,
      out: "",
      err: `${name}: There is a configuration already: change it, or move it away.\n`,
    });
    expect(readFileSync(join(folder, name), "utf8")).toBe("{}");
  });

  it("never overwrites a baseline", async () => {
    const { run, folder } = project({ "corrcheck-baseline.json": '{"version": 1, "files": {}}', "a.md": OLD });
    expect((await run(["init", "--channel", "letter"])).out).toContain("corrcheck-baseline.json: there already");
    expect(readFileSync(join(folder, "corrcheck-baseline.json"), "utf8")).toBe('{"version": 1, "files": {}}');
  });

  it("says which flag is wrong", async () => {
    const { run } = project({});
    const { status, err } = await run(["init", "--channel", "lettr", "--sector", "helth", "--mode", "x"]);
    expect(status).toBe(2);
    expect(err.split("\n").filter(Boolean).length).toBe(3);
    expect(err).toContain("--channel: there is no “lettr”. Did you mean “letter”?");
  });
});

describe("ignore files", () => {
  const files = {
    ".gitignore": "build/\n*.tmp.md\n",
    ".corrcheckignore": "old/**\n!old/keep.md\n",
    "deep/.corrcheckignore": "*.txt\n",
    "a.md": OLD,
    "b.tmp.md": OLD,
    "build/c.md": OLD,
    "old/d.md": OLD,
    "old/keep.md": OLD,
    "deep/e.txt": OLD,
    "deep/f.md": OLD,
  };

  it("of git and our own, near and far, take letters out of a folder", async () => {
    const { json } = project(files);
    expect((await json(["."])).report.files.map(({ path }) => path).sort()).toEqual([
      "a.md",
      join("deep", "f.md"),
      join("old", "keep.md"),
    ]);
  });

  it("take out a path that is named, quietly: that passes", async () => {
    const { run, json } = project(files);
    const { status, err, report } = await json(["old/d.md", "build/c.md"]);
    expect([status, err, report.counts.files]).toEqual([0, "", 0]);
    expect((await run(["old/d.md", "--verbose"], { typed: "" })).err).toBe(
      "old/d.md: left out, .corrcheckignore names it\n",
    );
    expect((await run(["old/d.md", "gone.md"])).status).toBe(2);
  });

  it("stop at the root of the repository", async () => {
    const { json } = project({ ".corrcheckignore": "*.md", "sub/.git/HEAD": "", "sub/a.md": OLD });
    expect((await json(["sub/a.md"])).report.counts.files).toBe(1);
  });
});

describe("the rules of an organisation", () => {
  it("are listed and explained beside ours", async () => {
    const rule = `{id: "no-fax", title: "Leave the fax out.", why: "Nobody has one.", severity: "info", criteria: ["1.5"], check() {}}`;
    const { run } = project({ "corrcheck.yml": "plugins: [./own.mjs]", "own.mjs": `export default ${rule};` });
    expect((await run(["rules"])).out).toContain("no-fax");
    expect((await run(["explain", "no-fax"])).out).toContain("Nobody has one.");
    expect((await run(["criteria"])).out).toContain("no-fax");
    expect((await run(["explain", "no-fax", "--no-config"])).status).toBe(2);
  });
});
