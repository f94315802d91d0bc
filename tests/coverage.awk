# Merges Cobertura reports of several test projects: a line of src is covered when any of them ran it.
# Prints a line per project of src and, last, the whole. Relies on coverlet's layout of one element per line.

function attribute(name,    at, rest) {
  at = index($0, " " name "=\"")
  if (!at) return ""
  rest = substr($0, at + length(name) + 3)
  return substr(rest, 1, index(rest, "\"") - 1)
}

FNR == 1 { source = "" }
/<source>/ { source = $0; gsub(/.*<source>|<\/source>.*/, "", source) }
/<class / {
  file = attribute("filename")
  if (file !~ /^\//) file = source (source ~ /\/$/ ? "" : "/") file
  inside = index(file, root "src/") == 1
  if (inside) file = substr(file, length(root) + 5)
}
/<line / && inside {
  line = file SUBSEP attribute("number")
  if (!(line in hits)) hits[line] = 0
  if (attribute("hits") + 0 > 0) hits[line] = 1
}

END {
  for (line in hits) {
    project = substr(line, 1, index(line, "/") - 1)
    lines[project]++
    covered[project] += hits[line]
    all++
    all_covered += hits[line]
  }
  for (project in lines)
    printf "%-28s %5.1f %% of %d lines\n", project, 100 * covered[project] / lines[project], lines[project] | "sort"
  close("sort")
  if (all) printf "Line coverage of src: %.1f %% of %d lines\n", 100 * all_covered / all, all
}
