#!/bin/sh
# Compares BuyMe's exact index with one on OpenBLAS, on the same vectors in turns in one run, one thread, 256 queries at a
# time:
#
#   buyme-benchmarks/compare-blas.sh [further options of 'buyme bench index']
#
# Without options the vectors are Fashion-MNIST's, of Debian's package dataset-fashion-mnist. Needs g++. Debian's
# libopenblas-serial-dev is downloaded and unpacked, not installed; elsewhere say where a libopenblas is: OPENBLAS="-I... -L...
# -lopenblas".
set -eu

here=$(CDPATH="" cd -- "$(dirname "$0")" && pwd)
work=$here/target/blas
data=usr/share/datasets/fashion-mnist
libraries=usr/lib/$(uname -m)-linux-gnu/openblas-serial
mkdir -p "$work"

. "$here/debian.sh"

if [ -z "${OPENBLAS:-}" ]; then
    root=$(root_of libopenblas-serial-dev "$libraries/libopenblas.a") || {
        echo "or set OPENBLAS to the compiler's options for yours" >&2
        exit 1
    }
    OPENBLAS="-I ${root}usr/include/$(uname -m)-linux-gnu/openblas-serial ${root}$libraries/libopenblas.a"
fi
peer=$work/blas-peer
if [ ! -x "$peer" ] || [ "$here/src/main/cpp/blas_peer.cpp" -nt "$peer" ] ||
    [ "$here/src/main/cpp/peer.hpp" -nt "$peer" ]; then
    # Not quoted: several options.
    # shellcheck disable=SC2086
    g++ -O3 -march=native -std=c++17 -o "$peer" "$here/src/main/cpp/blas_peer.cpp" $OPENBLAS -lpthread
fi

if [ $# -eq 0 ]; then
    images=$(root_of dataset-fashion-mnist "$data/train-images-idx3-ubyte.gz")$data
    set -- --base "$images/train-images-idx3-ubyte.gz" --queries "$images/t10k-images-idx3-ubyte.gz" --limit 60000 \
        --query-count 1024
fi
JAVA_OPTS="${JAVA_OPTS:---add-modules jdk.incubator.vector -Xmx4g}" OPENBLAS_NUM_THREADS=1 \
    exec "$here/../buyme" bench index --peer openblas="$peer" --index flat:threads=1 --batch 256 --candidates 10 "$@"
