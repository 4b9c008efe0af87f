/** Loaded before a measured program: writes the CPU time of the whole process, start-up included, to descriptor 3. */
process.on("exit", () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  require("node:fs").writeSync(3, String((userCPUTime + systemCPUTime) / 1000));
});
