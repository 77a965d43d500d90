#!/bin/sh
# Builds and runs the JMH benchmarks; options are those of JMH, such as 'Kernels -p dimension=256'.
set -eu

here=$(CDPATH="" cd -- "$(dirname "$0")" && pwd)
mvn -B -q -ntp -f "$here/../pom.xml" -pl buyme-benchmarks -am -Dmaven.test.skip=true package >&2
exec java --add-modules jdk.incubator.vector -cp "$here/target/classes:$here/target/lib/*" org.openjdk.jmh.Main "$@"
