#!/bin/sh
# Compares BuyMe's indexes with hnswlib of C++ on the same vectors, in turns, in one run:
#
#   buyme-benchmarks/compare-hnswlib.sh [further options of 'buyme bench index']
#
# Without options the vectors are Fashion-MNIST's, of Debian's package dataset-fashion-mnist. Needs g++ and the headers of
# Debian's libhnswlib-dev; both packages are downloaded and unpacked, not installed, where they are missing.
set -eu

here=$(CDPATH="" cd -- "$(dirname "$0")" && pwd)
work=$here/target/hnswlib
data=usr/share/datasets/fashion-mnist
mkdir -p "$work"

. "$here/debian.sh"

headers=$(root_of libhnswlib-dev usr/include/hnswlib/hnswlib.h)
peer=$work/hnswlib-peer
if [ ! -x "$peer" ] || [ "$here/src/main/cpp/hnswlib_peer.cpp" -nt "$peer" ] ||
    [ "$here/src/main/cpp/peer.hpp" -nt "$peer" ]; then
    g++ -O3 -march=native -std=c++17 -I "${headers}usr/include" -o "$peer" "$here/src/main/cpp/hnswlib_peer.cpp"
fi

if [ $# -eq 0 ]; then
    images=$(root_of dataset-fashion-mnist "$data/train-images-idx3-ubyte.gz")$data
    set -- --base "$images/train-images-idx3-ubyte.gz" --queries "$images/t10k-images-idx3-ubyte.gz" --limit 60000
fi
JAVA_OPTS="${JAVA_OPTS:---add-modules jdk.incubator.vector -Xmx4g}" \
    exec "$here/../buyme" bench index --peer hnswlib-c++="$peer" "$@"
